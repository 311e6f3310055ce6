package dev.calmdesk.people;

import dev.calmdesk.base.Place;

/// Where nobody is signed in yet.
public record SignInPlace() implements Place {}
