package org.badgebridge.api;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks resources for API clients, who show a token ({@code Authorization: Bearer}, RFC 6750 §2.1)
 * with every request. No cookie counts here; inside, {@link Caller} says which client it is.
 */
@NameBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface ApiOnly {}
