package dev.calmdesk.bench;

import java.util.Locale;

/// Prints the table of the benchmarks, one block for each.
public final class Table {

    private Table() {}

    public static void heading(String heading) {
        line("%n%s", heading);
    }

    public static void row(String name, Samples samples) {
        line("  %-34s median %9.2f ms   p99 %9.2f ms   max %9.2f ms   n %d",
                name, samples.median(), samples.percentile(99), samples.max(), samples.count());
    }

    public static void ratio(Samples ours, Samples bare) {
        line("  %-34s %.2f", "ratio of the medians", ours.median() / bare.median());
    }

    public static void line(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
