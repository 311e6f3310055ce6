package dev.calmdesk.complaint.ui;

import dev.calmdesk.complaint.ComplaintStep;
import dev.calmdesk.fx.Views;
import dev.calmdesk.fx.Views.Loaded;
import java.util.Map;
import java.util.function.Supplier;

/// Builds the panel of a complaint: the frame at once, each step when it is first shown.
public final class ComplaintPanel {

    private static final Map<ComplaintStep, Class<?>> STEPS = Map.of(
            ComplaintStep.SOOTHE, SootheStepController.class,
            ComplaintStep.RECORD, RecordStepController.class,
            ComplaintStep.CLASSIFY, ClassifyStepController.class,
            ComplaintStep.RESOLVE, ResolveStepController.class,
            ComplaintStep.FOLLOW_UP, FollowUpStepController.class);

    private ComplaintPanel() {}

    public static Loaded<ComplaintController> load(Views views, ComplaintViewModel model) {
        var controllers = controllers(model);
        return views.load(
                ComplaintController.class,
                Map.of(ComplaintController.class, () -> new ComplaintController(
                        model, step -> views.load(STEPS.get(step), controllers).root())));
    }

    /// How to make the controllers of the steps.
    static Map<Class<?>, Supplier<?>> controllers(ComplaintViewModel model) {
        return Map.ofEntries(
                Map.entry(SootheStepController.class, () -> new SootheStepController(model)),
                Map.entry(RecordStepController.class, () -> new RecordStepController(model)),
                Map.entry(RecordProductController.class, () -> new RecordProductController(model)),
                Map.entry(EvidenceListController.class, () -> new EvidenceListController(model)),
                Map.entry(ReadBackController.class, () -> new ReadBackController(model)),
                Map.entry(ClassifyStepController.class, () -> new ClassifyStepController(model)),
                Map.entry(SuggestionListController.class, () -> new SuggestionListController(model)),
                Map.entry(RoutingController.class, () -> new RoutingController(model)),
                Map.entry(ResolveStepController.class, () -> new ResolveStepController(model)),
                Map.entry(TaskListController.class, () -> new TaskListController(model)),
                Map.entry(RemedyListController.class, () -> new RemedyListController(model)),
                Map.entry(PromiseListController.class, () -> new PromiseListController(model)),
                Map.entry(FollowUpStepController.class, () -> new FollowUpStepController(model)),
                Map.entry(TryListController.class, () -> new TryListController(model)),
                Map.entry(ClosedController.class, () -> new ClosedController(model)));
    }
}
