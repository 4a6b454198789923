package org.badgebridge.delivery;

import java.util.List;

/**
 * What a message says.
 *
 * @param intro the HTML before the list of badges
 * @param lines the badges
 * @param outro the HTML behind it
 * @param text all of it as plain text
 * @param html all of it as a page
 */
public record Letter(
    String subject, String intro, List<LetterLine> lines, String outro, String text, String html) {}
