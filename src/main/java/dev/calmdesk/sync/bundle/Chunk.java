package dev.calmdesk.sync.bundle;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// One sealed piece of a file. Its nonce says which piece it is and whether it is the last, so that pieces cannot be
/// left out, moved or cut off. A key is used for one file only, so no nonce comes twice.
final class Chunk {

    static final int BYTES = 64 * 1024;
    static final int TAG_BYTES = 16;

    private static final int NONCE_BYTES = 12;

    private Chunk() {}

    /// @param mode [Cipher#ENCRYPT_MODE] or [Cipher#DECRYPT_MODE]
    static Cipher cipher(int mode, SecretKey key, long number, boolean isLast) throws GeneralSecurityException {
        var nonce = ByteBuffer.allocate(NONCE_BYTES)
                .putLong(Integer.BYTES - 1, number)
                .put(NONCE_BYTES - 1, (byte) (isLast ? 1 : 0))
                .array();
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        return cipher;
    }
}
