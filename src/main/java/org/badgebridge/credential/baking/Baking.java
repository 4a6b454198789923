package org.badgebridge.credential.baking;

/** Where the generations of Open Badges look for a badge in a picture. */
public enum Baking {
  /** Open Badges 2.0: the assertion (Baking Specification 2.0). */
  OPEN_BADGES_2("openbadges", "http://openbadges.org", "assertion"),

  /** Open Badges 3.0: the credential. */
  OPEN_BADGES_3("openbadgecredential", "https://purl.imsglobal.org/ob/v3p0", "credential");

  private final String keyword;
  private final String namespace;
  private final String element;

  Baking(String keyword, String namespace, String element) {
    this.keyword = keyword;
    this.namespace = namespace;
    this.element = element;
  }

  /** Of the PNG chunk. */
  public String keyword() {
    return keyword;
  }

  /** Of the SVG element. */
  public String namespace() {
    return namespace;
  }

  public String element() {
    return element;
  }
}
