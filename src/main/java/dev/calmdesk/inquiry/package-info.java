/// Inquiries: greet, listen, answer, confirm, record. Answered from the knowledge base, or promised with a time.
@NullMarked
package dev.calmdesk.inquiry;

import org.jspecify.annotations.NullMarked;
