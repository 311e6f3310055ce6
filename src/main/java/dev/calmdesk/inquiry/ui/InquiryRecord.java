package dev.calmdesk.inquiry.ui;

import dev.calmdesk.fx.control.FactGrid.Fact;
import dev.calmdesk.fx.control.Stepper;
import java.util.List;

/// What is recorded about an inquiry, in words.
///
/// @param question the customer's own words; empty while it was not asked
/// @param answer what was said, or why it could not be answered at once; empty while neither is known
record InquiryRecord(
        List<Stepper.Step> steps, String question, List<Fact> asked, String answer, List<Fact> answered, List<Fact> result) {}
