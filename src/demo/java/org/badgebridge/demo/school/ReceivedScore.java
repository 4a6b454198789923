package org.badgebridge.demo.school;

import java.util.Map;

/** A score a tool posted, as it came, whether or not it was accepted. */
public record ReceivedScore(int column, Map<String, Object> score, int status) {}
