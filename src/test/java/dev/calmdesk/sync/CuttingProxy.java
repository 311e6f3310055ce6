package dev.calmdesk.sync;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// One address before several hubs. Each connection is cut off after a random number of bytes, whichever way they went,
/// without a word to either end.
final class CuttingProxy implements AutoCloseable {

    private static final int LONGEST_LIFE_BYTES = 60_000;

    private final ServerSocket server;
    private final java.util.Random random;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile List<Integer> targets = List.of();
    private volatile boolean isCutting = true;

    CuttingProxy(long seed) throws IOException {
        random = new java.util.Random(seed);
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /// The ports of the hubs that are there now.
    void leadTo(List<Integer> ports) {
        targets = List.copyOf(ports);
    }

    void heal() {
        isCutting = false;
    }

    int cuts() {
        return cuts.get();
    }

    private void accept() {
        try {
            while (true) {
                var caller = server.accept();
                Thread.ofVirtual().start(() -> connect(caller));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void connect(Socket caller) {
        var ports = targets;
        try (caller;
                var hub = new Socket(InetAddress.getLoopbackAddress(), ports.get(turn.getAndIncrement() % ports.size()))) {
            var left = new AtomicLong(isCutting ? 1 + random.nextInt(LONGEST_LIFE_BYTES) : Long.MAX_VALUE);
            var there = Thread.ofVirtual().start(() -> carry(caller, hub, left));
            carry(hub, caller, left);
            there.join();
        } catch (IOException e) {
            // that hub is dead; the caller hears nothing
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void carry(Socket from, Socket to, AtomicLong left) {
        var buffer = new byte[4096];
        try {
            for (var read = from.getInputStream().read(buffer); read >= 0; read = from.getInputStream().read(buffer)) {
                var rest = left.getAndAdd(-read);
                to.getOutputStream().write(buffer, 0, (int) Math.clamp(rest, 0, read));
                if (rest <= read) {
                    cuts.incrementAndGet();
                    break;
                }
            }
        } catch (IOException e) {
            // the other end is gone
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
