package org.badgebridge.demo.oidc;

import java.util.LinkedHashMap;
import java.util.Map;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Tool;

/** What the campus tells a tool about a person, as the administrator allowed. */
public final class Profile {

  private Profile() {}

  public static Map<String, Object> shared(Tool tool, Person person) {
    var shared = new LinkedHashMap<String, Object>();
    if (tool.sharesNames()) {
      shared.put("name", person.name());
      shared.put("given_name", person.given());
      shared.put("family_name", person.family());
    }
    if (tool.sharesEmails()) {
      shared.put("email", person.email());
    }
    return shared;
  }
}
