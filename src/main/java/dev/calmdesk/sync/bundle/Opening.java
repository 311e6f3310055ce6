package dev.calmdesk.sync.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/// Gives out what was sealed, a chunk at a time and only if it is as it was written.
final class Opening extends InputStream {

    private final PushbackInputStream in;
    private final SecretKey key;
    private byte[] chunk = {};
    private int read;
    private long number;
    private boolean isLast;

    Opening(InputStream in, SecretKey key) {
        this.in = new PushbackInputStream(in);
        this.key = key;
    }

    /// Not what was written, or not with this key.
    static final class Broken extends IOException {
        Broken(Throwable cause) {
            super(cause);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (read == chunk.length) {
            if (isLast) {
                return -1;
            }
            next();
        }
        var some = Math.min(length, chunk.length - read);
        System.arraycopy(chunk, read, target, offset, some);
        read += some;
        return some;
    }

    private void next() throws IOException {
        var sealed = in.readNBytes(Chunk.BYTES + Chunk.TAG_BYTES);
        var following = in.read();
        isLast = following < 0;
        if (!isLast) {
            in.unread(following);
        }
        try {
            chunk = Chunk.cipher(Cipher.DECRYPT_MODE, key, number++, isLast).doFinal(sealed);
            read = 0;
        } catch (GeneralSecurityException e) {
            throw new Broken(e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
