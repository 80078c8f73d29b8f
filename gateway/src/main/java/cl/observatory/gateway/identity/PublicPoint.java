package cl.observatory.gateway.identity;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import javax.crypto.KeyAgreement;

/**
 * Finds the public half of a private P-256 key, which PKCS#8 files need not hold and which the JDK cannot compute directly.
 * A key agreement with the generator of the curve yields the x of the public point; of the two points with that x, the
 * right one is the one that verifies a signature.
 */
final class PublicPoint {

    private static final int P256_BITS = 256;

    private PublicPoint() {}

    static ECPublicKey of(ECPrivateKey privateKey) throws GeneralSecurityException {
        ECParameterSpec curve = privateKey.getParams();
        BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
        if (p.bitLength() != P256_BITS) {
            throw new InvalidKeyException("not a key on P-256");
        }
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(privateKey);
        agreement.doPhase(publicKey(curve.getGenerator(), curve), true);
        BigInteger x = new BigInteger(1, agreement.generateSecret());
        BigInteger ySquared = x.pow(3)
                .add(x.multiply(curve.getCurve().getA()))
                .add(curve.getCurve().getB())
                .mod(p);
        // p is 3 modulo 4, so this power is a square root.
        BigInteger y = ySquared.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
        ECPublicKey candidate = publicKey(new ECPoint(x, y), curve);
        return belongTogether(privateKey, candidate) ? candidate : publicKey(new ECPoint(x, p.subtract(y)), curve);
    }

    private static ECPublicKey publicKey(ECPoint point, ECParameterSpec curve) throws GeneralSecurityException {
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve));
    }

    private static boolean belongTogether(ECPrivateKey privateKey, ECPublicKey publicKey)
            throws GeneralSecurityException {
        Signature signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(privateKey);
        byte[] signature = signing.sign();
        Signature verifying = Signature.getInstance("SHA256withECDSA");
        verifying.initVerify(publicKey);
        return verifying.verify(signature);
    }
}
