/** Being told by platforms what happens without a launch: the Platform Notification Service 1.0. */
@NullMarked
package org.badgebridge.platform.notice;

import org.jspecify.annotations.NullMarked;
