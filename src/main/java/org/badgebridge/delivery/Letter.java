package org.badgebridge.delivery;

/** What a message says. */
record Letter(String subject, String text, String html) {}
