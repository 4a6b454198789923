package org.badgebridge.demo.school;

import java.util.List;
import java.util.Map;

/**
 * The resource link of an activity that opens a tool.
 *
 * @param id the {@code resource_link.id}
 * @param client the client id of the tool
 * @param url the address to launch, or empty for the one the tool registered
 * @param history ids this link had in the courses it was copied from, newest first
 */
public record Link(
    String id, String client, String url, Map<String, String> custom, List<String> history) {}
