package dev.calmdesk.inquiry.ui;

import dev.calmdesk.base.Changes;
import dev.calmdesk.fx.Background;
import dev.calmdesk.inquiry.Inquiries;
import dev.calmdesk.inquiry.Inquiry;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What was asked and answered, for the page of the case.
public final class InquiryRecordViewModel implements AutoCloseable {

    private final UUID caseId;
    private final Inquiries inquiries;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable Inquiry> inquiry = new ReadOnlyObjectWrapper<>();
    private Changes.@Nullable Subscription changes;

    public InquiryRecordViewModel(UUID caseId, Inquiries inquiries, Background background) {
        this.caseId = caseId;
        this.inquiries = inquiries;
        this.background = background;
        reload();
    }

    /// Reloads when somebody here or elsewhere changes the record.
    public void follow(Changes source) {
        changes = background.whenChanged(source, Set.of(Inquiry.KIND.name()), this::reload);
    }

    private void reload() {
        background.latest(this).run("read inquiry", () -> inquiries.find(caseId)).then(found -> inquiry.set(found.orElse(null)));
    }

    /// Null while nothing is recorded.
    public ReadOnlyObjectProperty<@Nullable Inquiry> inquiryProperty() {
        return inquiry.getReadOnlyProperty();
    }

    @Override
    public void close() {
        background.latest(this).drop();
        if (changes != null) {
            changes.close();
        }
    }
}
