package org.badgebridge.platform;

import java.util.UUID;
import org.badgebridge.identity.Actor;

/**
 * A platform calls a deployment by a new id: what belonged to the old one belongs to the new one;
 * fired in the transaction that says so.
 *
 * @param oldId our id of the old one
 * @param newId our id of the new one
 * @param institutionId whose both are
 */
public record DeploymentReplaced(UUID oldId, UUID newId, UUID institutionId, Actor actor) {}
