/** The campus's own small web server: routes, requests, replies, escaped HTML. */
@NullMarked
package org.badgebridge.demo.http;

import org.jspecify.annotations.NullMarked;
