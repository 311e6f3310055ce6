package dev.calmdesk.flow.ui;

import dev.calmdesk.base.Texts;
import dev.calmdesk.flow.Channel;
import dev.calmdesk.flow.Line;
import dev.calmdesk.flow.Lines;
import dev.calmdesk.flow.Moment;
import dev.calmdesk.flow.Stage;
import dev.calmdesk.fx.Background;
import dev.calmdesk.fx.control.Spoken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Which line stands there: it follows the stage of the contact; a person may choose another moment or variant.
public final class LineToSayViewModel implements AutoCloseable {

    private final Lines lines;
    private final Texts texts;
    private final Background background;
    private final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(Stage.OPENING);
    private final ObjectProperty<Channel> channel = new SimpleObjectProperty<>(Channel.PHONE);
    private final ObjectProperty<Map<String, String>> known = new SimpleObjectProperty<>(Map.of());
    private final ReadOnlyObjectWrapper<Moment> moment = new ReadOnlyObjectWrapper<>(Moment.GREET);
    private final ReadOnlyObjectWrapper<Spoken> spoken = new ReadOnlyObjectWrapper<>(new Spoken(List.of()));
    private final ReadOnlyStringWrapper position = new ReadOnlyStringWrapper("");
    private List<Line> variants = List.of();
    private int index;
    private boolean isChosenByHand;

    public LineToSayViewModel(Lines lines, Texts texts, Background background) {
        this.lines = lines;
        this.texts = texts;
        this.background = background;
        stage.subscribe((before, now) -> follow(before, now));
        channel.subscribe(change -> load());
        known.subscribe(change -> load());
    }

    /// What the flow tells; a change of its moments leads to the first of them.
    public ObjectProperty<Stage> stageProperty() {
        return stage;
    }

    public ObjectProperty<Channel> channelProperty() {
        return channel;
    }

    /// Placeholder values that do not come from the forms, such as `company` and `customer`.
    public ObjectProperty<Map<String, String>> knownProperty() {
        return known;
    }

    public ReadOnlyObjectProperty<Moment> momentProperty() {
        return moment.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Spoken> spokenProperty() {
        return spoken.getReadOnlyProperty();
    }

    /// Such as `2/5`; empty where there is only one variant.
    public ReadOnlyStringProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    private void follow(@Nullable Stage before, Stage now) {
        var moved = before == null || !before.moments().equals(now.moments());
        if (moved && !now.moments().isEmpty()) {
            moment.set(now.moments().getFirst());
            isChosenByHand = false;
        }
        load();
    }

    /// The moments that fit now.
    public List<Moment> moments() {
        return stage.get().moments();
    }

    public void choose(Moment chosen) {
        moment.set(chosen);
        isChosenByHand = false;
        load();
    }

    /// The next variant, after the last the first.
    public void next() {
        if (!variants.isEmpty()) {
            index = (index + 1) % variants.size();
            isChosenByHand = true;
            show();
        }
    }

    private void load() {
        var situation = new Lines.Situation(
                texts.language(), channel.get(), stage.get().flow(), stage.get().emotion(), values());
        var wanted = moment.get();
        background.latest(this).run("find lines", () -> lines.variants(situation, wanted)).then(found -> {
            var shown = index < variants.size() ? variants.get(index).code() : "";
            variants = found;
            index = isChosenByHand ? Math.max(0, found.stream().map(Line::code).toList().indexOf(shown)) : 0;
            show();
        });
    }

    private Map<String, String> values() {
        var values = new HashMap<>(stage.get().values());
        values.putAll(known.get());
        return values;
    }

    private void show() {
        var values = values();
        var line = variants.isEmpty() ? "" : variants.get(index).text();
        spoken.set(Spoken.parse(
                line, name -> Optional.ofNullable(values.get(name)), name -> texts.get("flow.placeholder." + name)));
        position.set(variants.size() < 2 ? "" : "%d/%d".formatted(index + 1, variants.size()));
    }

    @Override
    public void close() {
        background.latest(this).drop();
    }
}
