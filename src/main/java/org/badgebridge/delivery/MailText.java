package org.badgebridge.delivery;

/**
 * The words of a kind of message around the list of awards: Markdown with the placeholders {@code
 * {name}}, {@code {institution}} and {@code {badges}}.
 *
 * @param subject one line, without Markdown
 * @param intro before the list
 * @param outro behind it
 */
public record MailText(String subject, String intro, String outro) {}
