package org.badgebridge.web;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what the owner of a backpack may do only within {@link SignInGate#JUST} of signing in, for
 * a browser that was left open must not give the backpack away or have it erased. Whoever signed in
 * earlier is asked to do so once more, and comes back to the page of the marked resource (its
 * {@code @Path}); nothing is done before. Stands beside {@link PersonOnly}.
 */
@NameBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface JustSignedIn {}
