package org.badgebridge.web;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks resources for those who run this installation. Whoever is not signed in is sent to the
 * sign-in page (browsers) or refused (programs), other accounts are forbidden; inside, {@link
 * SignedIn} says who it is.
 */
@NameBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface AdministratorOnly {}
