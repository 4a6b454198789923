/**
 * The campus as an OpenID provider and LTI platform: registrations, launches, deep linking, tokens.
 */
@NullMarked
package org.badgebridge.demo.oidc;

import org.jspecify.annotations.NullMarked;
