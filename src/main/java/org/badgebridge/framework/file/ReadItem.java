package org.badgebridge.framework.file;

/**
 * One item of a framework file, cleaned and checked.
 *
 * @param identifier tells it from all others of its framework, also in a later file
 * @param code what {@code targetCode} of an Open Badges alignment will say; may be empty
 * @param humanCode the code that people know, if that is another one; may be empty
 * @param description may be empty
 * @param url an http(s) address
 * @param type of the Open Badges vocabulary; empty if the framework's name decides
 * @param keywords other words that it should be found by; may be empty
 */
public record ReadItem(
    String identifier,
    String code,
    String humanCode,
    String name,
    String description,
    String url,
    String type,
    String keywords) {}
