package org.badgebridge.verification;

import org.badgebridge.verification.verdict.Verdict;

/**
 * A verdict, and what is needed to keep the badge. Texts are what strangers wrote, uncleaned, and
 * empty where nothing is said.
 *
 * @param file what was brought, or what is at the address that was brought
 * @param id of the badge: its address, or any other IRI
 * @param issuer the id of who issued it
 * @param picture where its picture is: an address, or data
 * @param recipient to which of the addresses or keys it was awarded; empty if that was not shown
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
public record InspectedBadge(
    Verdict verdict, byte[] file, String id, String issuer, String picture, String recipient) {}
