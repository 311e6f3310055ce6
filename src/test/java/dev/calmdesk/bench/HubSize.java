package dev.calmdesk.bench;

import java.nio.file.Path;
import java.sql.SQLException;

/// What one change costs when the hub holds 10,000 records and when it holds 1,000,000: the same desks push and pull the
/// same number of notes. And how long a desk that joins the large one waits until it can be used. The large one holds
/// another number with `-Dcalmdesk.bench.records=N`.
final class HubSize {

    private static final int SMALL = 10_000;
    private static final int LARGE = Integer.getInteger("calmdesk.bench.records", 1_000_000);
    private static final int LATELY = 5_000;
    private static final int CHANGES = 2_000;
    private static final int ROUNDS = 3;

    private final Path folder;

    HubSize(Path folder) {
        this.folder = folder;
    }

    void run() throws Exception {
        var small = new Samples();
        var large = new Samples();
        var joining = new Samples();
        try (var few = new SyncBench(); var many = new SyncBench()) {
            fill(few, SMALL);
            fill(many, LARGE);
            for (var round = -1; round < ROUNDS; round++) { // the first warms up
                exchange(few, folder.resolve("few" + round), SMALL + (round + 1) * CHANGES, round < 0 ? new Samples() : small);
                exchange(many, folder.resolve("many" + round), LARGE + (round + 1) * CHANGES, round < 0 ? new Samples() : large);
            }
            join(many, folder.resolve("late"), joining);
        }
        Table.heading("Sync: %,d changes desk to desk, by what the hub holds".formatted(CHANGES));
        Table.row("%,d records".formatted(SMALL), small);
        Table.row("%,d records".formatted(LARGE), large);
        Table.ratio(large, small);
        Table.row("joins and has what is needed first", joining);
    }

    private static void exchange(SyncBench bench, Path place, int head, Samples times) throws Exception {
        var lin = bench.desk(place.resolve("lin"), head);
        var chen = bench.desk(place.resolve("chen"), head);
        lin.notes(CHANGES);
        chen.loop().start();
        chen.awaitOnline();
        var begin = System.nanoTime();
        lin.loop().start();
        chen.await(() -> chen.notes() >= CHANGES);
        times.addNanos(System.nanoTime() - begin);
        lin.loop().close();
        chen.loop().close();
    }

    /// The new desk is online when it has what is needed first; the rest comes after that.
    private static void join(SyncBench bench, Path place, Samples times) throws InterruptedException {
        var late = bench.desk(place, 0);
        var begin = System.nanoTime();
        late.loop().start();
        late.awaitOnline();
        times.addNanos(System.nanoTime() - begin);
        late.loop().close();
    }

    /// Years of notes of closed cases, the last of them written lately.
    private static void fill(SyncBench bench, int records) throws SQLException {
        try (var connection = bench.source().getConnection(); var statement = connection.createStatement()) {
            statement.execute("""
                    insert into entry (scope, position, id, desk, seq, kind, entity, subject, body, chain)
                    select '%1$s', n, id, '00000000-0000-0007-0000-000000000007', n, 'note', id, id,
                        json_build_object('id', id, 'scope', '%1$s', 'kind', 'note', 'v', 1, 'entity', id, 'subject', id,
                            'act', 'added', 'author', id, 'desk', '00000000-0000-0007-0000-000000000007', 'seq', n, 'at', at,
                            'changes', json_build_object(
                                'case_id', json_build_array(null, id), 'author', json_build_array(null, id),
                                'text', json_build_array(null, '客户下午在家，请三点以后再打，门铃坏了请打手机。'),
                                'at', json_build_array(null, at)))::text, repeat('0', 32)
                    from (select n, gen_random_uuid() as id,
                        case when n > %2$d - %3$d then (extract(epoch from now()) * 1000)::bigint else n end as at
                        from generate_series(1, %2$d) n) made""".formatted(SyncBench.TEAM, records, LATELY));
            statement.execute("insert into scope_head (scope, n) values ('%s', %d)".formatted(SyncBench.TEAM, records));
            statement.execute("analyze");
        }
    }
}
