package org.badgebridge.web;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks resources for everybody with an account, operators too. Others are sent to the sign-in page
 * (browsers) or refused (programs); inside, {@link SignedIn} says who it is. What they may do there
 * is the resource's own question.
 */
@NameBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface StaffOnly {}
