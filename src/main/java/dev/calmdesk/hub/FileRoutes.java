package dev.calmdesk.hub;

import dev.calmdesk.data.ContentFolder;
import dev.calmdesk.data.Json;
import dev.calmdesk.sync.wire.FilePart;
import dev.calmdesk.sync.wire.FileStates;
import dev.calmdesk.sync.wire.FilesAsked;
import dev.calmdesk.sync.wire.Refusal;
import dev.calmdesk.sync.wire.Refusal.Code;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Evidence files over HTTP.
final class FileRoutes {

    /// Says how large the whole file is.
    private static final String SIZE = "Calmdesk-Size";

    private final HubFiles files;
    private final Function<Context, UUID> desk;

    /// @param desk tells who asks, or refuses
    FileRoutes(HubFiles files, Function<Context, UUID> desk) {
        this.files = files;
        this.desk = desk;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/v1/files", this::states).get("/v1/file/{sha256}", this::get).put("/v1/file/{sha256}", this::put);
    }

    private void states(Context context) {
        var deskId = desk.apply(context);
        var asked = WireReader.read(context.bodyAsBytes(), FilesAsked.class);
        answer(context, new FileStates(files.states(deskId, asked.files())));
    }

    private void get(Context context) {
        var part = files.get(desk.apply(context), name(context), number(context, "offset"), (int)
                Math.min(number(context, "most"), FilePart.MOST));
        context.contentType("application/octet-stream")
                .header(SIZE, String.valueOf(part.size()))
                .result(part.content());
    }

    private void put(Context context) {
        var deskId = desk.apply(context);
        if (context.contentLength() > FilePart.MOST) {
            throw Refusal.of(Code.TOO_LARGE, "");
        }
        var part = new FilePart(
                name(context), number(context, "offset"), number(context, "size"), context.bodyAsBytes());
        answer(context, files.put(deskId, part));
    }

    private static String name(Context context) {
        var name = context.pathParam("sha256");
        if (!ContentFolder.isName(name)) {
            throw Refusal.of(Code.MALFORMED, "sha256");
        }
        return name;
    }

    private static long number(Context context, String name) {
        var number = Optional.ofNullable(context.queryParam(name)).map(Long::parseLong).orElse(-1L);
        if (number < 0) {
            throw Refusal.of(Code.MALFORMED, name);
        }
        return number;
    }

    private static void answer(Context context, Object body) {
        context.contentType("application/json").result(Json.write(body));
    }
}
