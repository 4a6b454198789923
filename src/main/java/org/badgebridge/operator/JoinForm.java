package org.badgebridge.operator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody fills in to become an administrator; public for the template. */
public record JoinForm(String code, String name, String email, String password, String repeated) {

  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}");
  private static final int NAME_LENGTH = 200;

  static JoinForm of(
      @Nullable String code,
      @Nullable String name,
      @Nullable String email,
      @Nullable String password,
      @Nullable String repeated) {
    return new JoinForm(
        code == null ? "" : code.strip(),
        name == null ? "" : name.strip(),
        email == null ? "" : email.strip(),
        password == null ? "" : password,
        repeated == null ? "" : repeated);
  }

  static JoinForm empty() {
    return new JoinForm("", "", "", "", "");
  }

  /** The faults by field name, as message keys; empty when all is well. */
  Map<String, String> faults(Passwords passwords) {
    Map<String, String> faults = new LinkedHashMap<>();
    if (code.isEmpty()) {
      faults.put("code", "operator.code.missing");
    }
    if (name.isEmpty() || name.length() > NAME_LENGTH) {
      faults.put("name", "operator.name.missing");
    }
    if (!ADDRESS.matcher(email).matches()) {
      faults.put("email", "operator.email.wrong");
    }
    String weak = passwords.fault(password, List.of(name, email, "badge", "bridge"));
    if (weak != null) {
      faults.put("password", weak);
    } else if (!password.equals(repeated)) {
      faults.put("repeated", "operator.password.differs");
    }
    return faults;
  }
}
