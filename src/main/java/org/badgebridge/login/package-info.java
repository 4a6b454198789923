/**
 * Logging in by OpenID Connect where an institution set it up: its provider, the authorization code
 * flow, and which login is whose.
 */
@NullMarked
package org.badgebridge.login;

import org.jspecify.annotations.NullMarked;
