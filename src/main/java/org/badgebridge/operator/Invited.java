package org.badgebridge.operator;

import java.util.List;
import org.badgebridge.staff.Places.Step;
import org.badgebridge.staff.StaffInvitation;

/**
 * An open invitation as its reader sees it; public for the template.
 *
 * @param way from the institution down to the place
 * @param inviter the name of who invited
 * @param known whether the invitation's address has an account already
 */
public record Invited(StaffInvitation invitation, List<Step> way, String inviter, boolean known) {}
