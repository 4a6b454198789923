/**
 * Connectors: places outside that facts come from, whether they send them or are asked. Each kind
 * is a bean of {@link org.badgebridge.passback.connector.ConnectorKind}; what they bring is written
 * down first ({@link org.badgebridge.passback.connector.TakeReports}) and sorted out after.
 */
@NullMarked
package org.badgebridge.passback.connector;

import org.jspecify.annotations.NullMarked;
