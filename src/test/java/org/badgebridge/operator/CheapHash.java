package org.badgebridge.operator;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;

/** Stands in for the server's password hash, without its work. */
final class CheapHash implements Pbkdf2PasswordHash {

  int verified;

  @Override
  public String generate(char[] password) {
    return "hashed:" + new String(password);
  }

  @Override
  public boolean verify(char[] password, String hashed) {
    verified++;
    return hashed.equals("hashed:" + new String(password));
  }
}
