/** The services a tool may call: Assignment and Grade Services, Names and Role Provisioning. */
@NullMarked
package org.badgebridge.demo.services;

import org.jspecify.annotations.NullMarked;
