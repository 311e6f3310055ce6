package dev.calmdesk.sync.wire;

import java.util.UUID;

/// What a desk gets for its enrolment code.
///
/// @param code short name in its case numbers, such as `A07`
/// @param token secret of the desk; the hub keeps a hash of it only
/// @param teamScope the scope of the desk's team
public record Admission(String code, String token, String teamScope, UUID hub, UUID epoch) {}
