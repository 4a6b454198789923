package org.badgebridge.verification.verdict;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a badge says of itself, cleaned for showing. Texts are empty where nothing is said.
 *
 * @param criteria Markdown
 * @param issuer what it calls its issuer: anybody can write any name there
 * @param issuerId which key must have signed
 * @param domain who controls that id: a host, or empty if it is only a key
 * @param picture an address of ours, or the data of a picture that was drawn anew; else empty
 * @param page the address of the badge's page here; empty if it is not ours
 */
public record ShownBadge(
    String name,
    String description,
    String criteria,
    String language,
    String issuer,
    String issuerId,
    String domain,
    @Nullable Instant awardedAt,
    @Nullable Instant validUntil,
    String picture,
    String page) {}
