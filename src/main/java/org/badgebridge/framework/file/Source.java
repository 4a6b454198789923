package org.badgebridge.framework.file;

/** The kinds of file that a framework comes in. */
public enum Source {
  /** A package of 1EdTech CASE 1.0 or 1.1, as JSON. */
  CASE,
  /** A table, for example one of ESCO's own. */
  CSV
}
