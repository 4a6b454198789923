/**
 * A score service that Badge Bridge hosts (LTI Assignment and Grade Services 2.0): other tools,
 * scripts and plugins of an LMS make line items here and post scores to them. They sign in with
 * OAuth 2 client credentials and an assertion signed by their own key (RFC 7523).
 */
@NullMarked
package org.badgebridge.passback.scores;

import org.jspecify.annotations.NullMarked;
