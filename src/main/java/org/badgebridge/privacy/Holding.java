package org.badgebridge.privacy;

/**
 * Rows of one table that say something about a person, and what becomes of them.
 *
 * @param where which rows; each question mark stands for the person's id
 * @param set what erasing writes into them; empty if it deletes them
 * @param hidden columns that are handed to nobody: digests and the like, separated by commas
 */
record Holding(String table, String where, String set, String hidden) {

  static Holding deleted(String table, String where) {
    return new Holding(table, where, "", "");
  }

  static Holding blanked(String table, String where, String set) {
    return new Holding(table, where, set, "");
  }

  Holding hiding(String columns) {
    return new Holding(table, where, set, columns);
  }

  boolean deletes() {
    return set.isEmpty();
  }

  /** The statement that erases. */
  String erasing() {
    return deletes()
        ? "delete from " + table + " where " + where
        : "update " + table + " set " + set + " where " + where;
  }

  /** The query that hands out. */
  String reading() {
    return "select * from " + table + " where " + where;
  }

  /** How often the person's id is asked for. */
  int questions() {
    return (int) where.chars().filter(each -> each == '?').count();
  }
}
