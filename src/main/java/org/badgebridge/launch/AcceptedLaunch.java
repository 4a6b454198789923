package org.badgebridge.launch;

import org.badgebridge.platform.Deployment;
import org.badgebridge.platform.Platform;

/**
 * A launch that passed every check and is not written down yet.
 *
 * @param stored what is kept of the message
 * @param state of the login that it uses up
 */
record AcceptedLaunch(
    Platform platform,
    Deployment deployment,
    LaunchMessage message,
    StoredClaims stored,
    LoginState state) {}
