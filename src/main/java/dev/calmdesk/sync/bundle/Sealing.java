package dev.calmdesk.sync.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/// Seals what is written, chunk by chunk; only [#close()] writes the last one.
final class Sealing extends OutputStream {

    private final OutputStream out;
    private final SecretKey key;
    private final byte[] chunk = new byte[Chunk.BYTES];
    private int filled;
    private long number;
    private boolean isClosed;

    Sealing(OutputStream out, SecretKey key) {
        this.out = out;
        this.key = key;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (var done = 0; done < length; ) {
            if (filled == Chunk.BYTES) {
                seal(false);
            }
            var some = Math.min(length - done, Chunk.BYTES - filled);
            System.arraycopy(bytes, offset + done, chunk, filled, some);
            filled += some;
            done += some;
        }
    }

    private void seal(boolean isLast) throws IOException {
        try {
            out.write(Chunk.cipher(Cipher.ENCRYPT_MODE, key, number++, isLast).doFinal(chunk, 0, filled));
            filled = 0;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (!isClosed) {
            isClosed = true;
            seal(true);
            out.flush();
        }
    }
}
