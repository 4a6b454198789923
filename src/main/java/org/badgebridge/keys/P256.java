package org.badgebridge.keys;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/** Public keys on the curve P-256 as they are written in a Multikey. */
final class P256 {

  private static final int X = 32;
  private static final ECParameterSpec CURVE = Curve.P_256.toECParameterSpec();
  private static final BigInteger PRIME = ((ECFieldFp) CURVE.getCurve().getField()).getP();

  private P256() {}

  /**
   * The key of a compressed point: a byte that tells which of two {@code y} is meant, and {@code x}
   * (SEC 1 §2.3.4). Empty if it is no point of the curve.
   */
  static Optional<ECKey> key(byte[] point) {
    if (point.length != 1 + X || (point[0] != 2 && point[0] != 3)) {
      return Optional.empty();
    }
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, point.length));
    if (x.compareTo(PRIME) >= 0) {
      return Optional.empty();
    }
    BigInteger square =
        x.pow(3).add(CURVE.getCurve().getA().multiply(x)).add(CURVE.getCurve().getB()).mod(PRIME);
    // the prime is 3 modulo 4, so this is a root if there is one
    BigInteger root = square.modPow(PRIME.add(BigInteger.ONE).shiftRight(2), PRIME);
    if (!root.modPow(BigInteger.TWO, PRIME).equals(square)) {
      return Optional.empty();
    }
    BigInteger y = root.testBit(0) == (point[0] == 3) ? root : PRIME.subtract(root);
    return Optional.of(new ECKey.Builder(Curve.P_256, coordinate(x), coordinate(y)).build());
  }

  private static Base64URL coordinate(BigInteger value) {
    return ECKey.encodeCoordinate(X * Byte.SIZE, value);
  }
}
