/// Complaints: soothe, record, classify, resolve, follow up. The rules of each step live here; what the steps are and
/// what they ask is content (`flow`).
@NullMarked
package dev.calmdesk.complaint;

import org.jspecify.annotations.NullMarked;
