import { describe, expect, test } from "vitest";
import { callBuiltin } from "../call-builtin.js";
import { privateKeyBuiltins } from "./private-keys.js";
import {
  edwardsPrivateKey,
  ellipticPrivateKey,
  rsaPrivateKey,
  wrappedEllipticPrivateKey,
  wrappedRsaPrivateKey,
} from "./test-keys.js";

const block = (type: string, content: string): string => `-----BEGIN ${type}-----\n${content}\n-----END ${type}-----\n`;

describe("private keys become JSON", () => {
  test.each([
    [
      "crypto.x509.parse_rsa_private_key",
      rsaPrivateKey,
      '{"d": "mFk_-kBuiNn2GqKro4AfQi7kJN1xL0uIEsfXUXb0gtP4FGg9mZYjxr0bFX-fsUvnXHUBWBXAYm4mlZfkWxstuQ", "dp": "BmsQO_cVvpF91JcYz_g6f27aFiK37BOELWZaUy-o2Nc", "dq": "Bp3CeUd-tIFxLyBXXcCn03g0ke2kyRwpb3cjgk8qZZ0", "e": "AQAB", "kty": "RSA", "n": "0_0ydvBSwUBgS8t8K_W7NjUo2zSvafdatmCpuIQAxUqh3dVpAF2XxrpIrrEdDvnZwLI-HRnSW4_rHEj24CxvHw", "p": "76zzKu6ZZ09D10q-XmIXlNZbdUALfmLvpoOInKk2e2M", "q": "4m1_RRvv9VM9-HNMnK12Uydw-owxkBoB0luRgVwzcBU", "qi": "TgHx6HLmWzgJC6ARTy73_S2UrI_qUY4YwG17tL9WbSQ"}',
    ],
    [
      "crypto.x509.parse_rsa_private_key",
      wrappedRsaPrivateKey,
      '{"d": "mFk_-kBuiNn2GqKro4AfQi7kJN1xL0uIEsfXUXb0gtP4FGg9mZYjxr0bFX-fsUvnXHUBWBXAYm4mlZfkWxstuQ", "dp": "BmsQO_cVvpF91JcYz_g6f27aFiK37BOELWZaUy-o2Nc", "dq": "Bp3CeUd-tIFxLyBXXcCn03g0ke2kyRwpb3cjgk8qZZ0", "e": "AQAB", "kty": "RSA", "n": "0_0ydvBSwUBgS8t8K_W7NjUo2zSvafdatmCpuIQAxUqh3dVpAF2XxrpIrrEdDvnZwLI-HRnSW4_rHEj24CxvHw", "p": "76zzKu6ZZ09D10q-XmIXlNZbdUALfmLvpoOInKk2e2M", "q": "4m1_RRvv9VM9-HNMnK12Uydw-owxkBoB0luRgVwzcBU", "qi": "TgHx6HLmWzgJC6ARTy73_S2UrI_qUY4YwG17tL9WbSQ"}',
    ],
    [
      "crypto.x509.parse_rsa_private_key",
      ellipticPrivateKey,
      '{"crv": "P-256", "d": "00J4ylM4hMnvpdVHvevZOTcbcksyLmp3hUSoAaJBVis", "kty": "EC", "x": "514eFmxhM8xmgiiZ9QzNrRNWmegY9ZjroiMfzHeu6Go", "y": "NekpUxHTuZ6ZSuOrmFvrLJExtPk3PZPy8L-4fJjNYKY"}',
    ],
    [
      "crypto.x509.parse_rsa_private_key",
      wrappedEllipticPrivateKey,
      '{"crv": "P-256", "d": "00J4ylM4hMnvpdVHvevZOTcbcksyLmp3hUSoAaJBVis", "kty": "EC", "x": "514eFmxhM8xmgiiZ9QzNrRNWmegY9ZjroiMfzHeu6Go", "y": "NekpUxHTuZ6ZSuOrmFvrLJExtPk3PZPy8L-4fJjNYKY"}',
    ],
    [
      "crypto.x509.parse_rsa_private_key",
      edwardsPrivateKey,
      '{"crv": "Ed25519", "d": "VEk9Vr3gW-PeG8o7ybWxAMAuDw0mRVJ9iAi0rgyykuQ", "kty": "OKP", "x": "yA1dGO8pX7pbV-GZMGTk7XreEbZdZbFReV6wOCZ1zqM"}',
    ],
    [
      "crypto.x509.parse_rsa_private_key",
      "",
      "eval_builtin_error: crypto.x509.parse_rsa_private_key: input PEM data was empty",
    ],
    ["crypto.x509.parse_rsa_private_key", "nope", "null"],
    ["crypto.x509.parse_rsa_private_key", "bm9wZQ==", "null"],
    [
      "crypto.x509.parse_rsa_private_key",
      "a b",
      "eval_builtin_error: crypto.x509.parse_rsa_private_key: illegal base64 data at input byte 1",
    ],
    ["crypto.x509.parse_rsa_private_key", block("CERTIFICATE", "YQ=="), "null"],
    [
      "crypto.x509.parse_rsa_private_key",
      block("CERTIFICATE", "YQ==") + rsaPrivateKey,
      '{"d": "mFk_-kBuiNn2GqKro4AfQi7kJN1xL0uIEsfXUXb0gtP4FGg9mZYjxr0bFX-fsUvnXHUBWBXAYm4mlZfkWxstuQ", "dp": "BmsQO_cVvpF91JcYz_g6f27aFiK37BOELWZaUy-o2Nc", "dq": "Bp3CeUd-tIFxLyBXXcCn03g0ke2kyRwpb3cjgk8qZZ0", "e": "AQAB", "kty": "RSA", "n": "0_0ydvBSwUBgS8t8K_W7NjUo2zSvafdatmCpuIQAxUqh3dVpAF2XxrpIrrEdDvnZwLI-HRnSW4_rHEj24CxvHw", "p": "76zzKu6ZZ09D10q-XmIXlNZbdUALfmLvpoOInKk2e2M", "q": "4m1_RRvv9VM9-HNMnK12Uydw-owxkBoB0luRgVwzcBU", "qi": "TgHx6HLmWzgJC6ARTy73_S2UrI_qUY4YwG17tL9WbSQ"}',
    ],
    [
      "crypto.x509.parse_rsa_private_key",
      `${rsaPrivateKey}junk`,
      '{"d": "mFk_-kBuiNn2GqKro4AfQi7kJN1xL0uIEsfXUXb0gtP4FGg9mZYjxr0bFX-fsUvnXHUBWBXAYm4mlZfkWxstuQ", "dp": "BmsQO_cVvpF91JcYz_g6f27aFiK37BOELWZaUy-o2Nc", "dq": "Bp3CeUd-tIFxLyBXXcCn03g0ke2kyRwpb3cjgk8qZZ0", "e": "AQAB", "kty": "RSA", "n": "0_0ydvBSwUBgS8t8K_W7NjUo2zSvafdatmCpuIQAxUqh3dVpAF2XxrpIrrEdDvnZwLI-HRnSW4_rHEj24CxvHw", "p": "76zzKu6ZZ09D10q-XmIXlNZbdUALfmLvpoOInKk2e2M", "q": "4m1_RRvv9VM9-HNMnK12Uydw-owxkBoB0luRgVwzcBU", "qi": "TgHx6HLmWzgJC6ARTy73_S2UrI_qUY4YwG17tL9WbSQ"}',
    ],
    [
      "crypto.parse_private_keys",
      rsaPrivateKey,
      '[{"D": 7979145322443298745253457633906675196626649125041871251619163232822005753608051184844907435739665379965173382633385196186964299359039391891848919766478265, "E": 65537, "N": 11102767510923086899247878998563489083872708628800380394856899313986619483942775433130767569371778815400521533291560455278368158988636059866472619327647519, "Precomputed": {"CRTValues": [], "Dp": 2903041772030368636966780100215311316792419801089807819249310036417801935063, "Dq": 2992614289143924927979234638959454473848055677422534246122581824767389230493, "Qinv": 35283838624237124327633078148975095682200940116069195157020519375796383935780}, "Primes": [108408346788350011031847217907584534341096761540753695185266115018070362061667, 102416168494843555093981775735501706450433433384459857382838456945055032897557]}]',
    ],
    [
      "crypto.parse_private_keys",
      wrappedRsaPrivateKey,
      '[{"D": 7979145322443298745253457633906675196626649125041871251619163232822005753608051184844907435739665379965173382633385196186964299359039391891848919766478265, "E": 65537, "N": 11102767510923086899247878998563489083872708628800380394856899313986619483942775433130767569371778815400521533291560455278368158988636059866472619327647519, "Precomputed": {"CRTValues": [], "Dp": 2903041772030368636966780100215311316792419801089807819249310036417801935063, "Dq": 2992614289143924927979234638959454473848055677422534246122581824767389230493, "Qinv": 35283838624237124327633078148975095682200940116069195157020519375796383935780}, "Primes": [108408346788350011031847217907584534341096761540753695185266115018070362061667, 102416168494843555093981775735501706450433433384459857382838456945055032897557]}]',
    ],
    [
      "crypto.parse_private_keys",
      ellipticPrivateKey,
      '[{"Curve": {}, "D": 95555456621579593600295807114724104887117309217799071441965505089791024256555, "X": 104650559303746648458048135571385768381334900078008610156105205067168208578666, "Y": 24384541552159681522040626544476386731428937936492802071751045257820766036134}]',
    ],
    [
      "crypto.parse_private_keys",
      wrappedEllipticPrivateKey,
      '[{"Curve": {}, "D": 95555456621579593600295807114724104887117309217799071441965505089791024256555, "X": 104650559303746648458048135571385768381334900078008610156105205067168208578666, "Y": 24384541552159681522040626544476386731428937936492802071751045257820766036134}]',
    ],
    [
      "crypto.parse_private_keys",
      edwardsPrivateKey,
      '["VEk9Vr3gW+PeG8o7ybWxAMAuDw0mRVJ9iAi0rgyykuTIDV0Y7ylfultX4ZkwZOTtet4Rtl1lsVF5XrA4JnXOow=="]',
    ],
    ["crypto.parse_private_keys", "", "null"],
    ["crypto.parse_private_keys", "nope", "[]"],
    ["crypto.parse_private_keys", "bm9wZQ==", "[]"],
    ["crypto.parse_private_keys", "a b", "[]"],
    ["crypto.parse_private_keys", block("CERTIFICATE", "YQ=="), "[]"],
    [
      "crypto.parse_private_keys",
      block("CERTIFICATE", "YQ==") + rsaPrivateKey,
      '[{"D": 7979145322443298745253457633906675196626649125041871251619163232822005753608051184844907435739665379965173382633385196186964299359039391891848919766478265, "E": 65537, "N": 11102767510923086899247878998563489083872708628800380394856899313986619483942775433130767569371778815400521533291560455278368158988636059866472619327647519, "Precomputed": {"CRTValues": [], "Dp": 2903041772030368636966780100215311316792419801089807819249310036417801935063, "Dq": 2992614289143924927979234638959454473848055677422534246122581824767389230493, "Qinv": 35283838624237124327633078148975095682200940116069195157020519375796383935780}, "Primes": [108408346788350011031847217907584534341096761540753695185266115018070362061667, 102416168494843555093981775735501706450433433384459857382838456945055032897557]}]',
    ],
    [
      "crypto.parse_private_keys",
      `${rsaPrivateKey}junk`,
      '[{"D": 7979145322443298745253457633906675196626649125041871251619163232822005753608051184844907435739665379965173382633385196186964299359039391891848919766478265, "E": 65537, "N": 11102767510923086899247878998563489083872708628800380394856899313986619483942775433130767569371778815400521533291560455278368158988636059866472619327647519, "Precomputed": {"CRTValues": [], "Dp": 2903041772030368636966780100215311316792419801089807819249310036417801935063, "Dq": 2992614289143924927979234638959454473848055677422534246122581824767389230493, "Qinv": 35283838624237124327633078148975095682200940116069195157020519375796383935780}, "Primes": [108408346788350011031847217907584534341096761540753695185266115018070362061667, 102416168494843555093981775735501706450433433384459857382838456945055032897557]}]',
    ],
  ])("%s, row %#", (name, text, expected) => {
    expect(callBuiltin(privateKeyBuiltins, name, [text])).toBe(expected);
  });
});

describe("what is no key is a fault", () => {
  test.each([
    [
      "crypto.parse_private_keys",
      block("RSA PRIVATE KEY", "YQ=="),
      "eval_builtin_error: crypto.parse_private_keys: asn1: syntax error: truncated tag or length",
    ],
    [
      "crypto.parse_private_keys",
      block("RSA PRIVATE KEY", "BQA="),
      "eval_builtin_error: crypto.parse_private_keys: asn1: structure error: tags don't match",
    ],
    [
      "crypto.parse_private_keys",
      block("EC PRIVATE KEY", "YQ=="),
      "eval_builtin_error: crypto.parse_private_keys: x509: failed to parse EC private key: asn1: syntax error: truncated tag or length",
    ],
    [
      "crypto.parse_private_keys",
      block("EC PRIVATE KEY", "BQA="),
      "eval_builtin_error: crypto.parse_private_keys: x509: failed to parse EC private key: asn1: structure error: tags don't match",
    ],
    [
      "crypto.parse_private_keys",
      block("PRIVATE KEY", "YQ=="),
      "eval_builtin_error: crypto.parse_private_keys: asn1: syntax error: truncated tag or length",
    ],
    [
      "crypto.parse_private_keys",
      block("PRIVATE KEY", "BQA="),
      "eval_builtin_error: crypto.parse_private_keys: asn1: structure error: tags don't match",
    ],
    [
      "crypto.parse_private_keys",
      rsaPrivateKey.replaceAll("RSA PRIVATE", "PRIVATE"),
      "eval_builtin_error: crypto.parse_private_keys: x509: failed to parse private key (use ParsePKCS1PrivateKey instead for this key format)",
    ],
    [
      "crypto.parse_private_keys",
      ellipticPrivateKey.replaceAll("EC PRIVATE", "RSA PRIVATE"),
      "eval_builtin_error: crypto.parse_private_keys: x509: failed to parse private key (use ParseECPrivateKey instead for this key format)",
    ],
    [
      "crypto.parse_private_keys",
      wrappedRsaPrivateKey.replaceAll("PRIVATE", "EC PRIVATE"),
      "eval_builtin_error: crypto.parse_private_keys: x509: failed to parse private key (use ParsePKCS8PrivateKey instead for this key format)",
    ],
    [
      "crypto.parse_private_keys",
      wrappedRsaPrivateKey.replaceAll("PRIVATE", "RSA PRIVATE"),
      "eval_builtin_error: crypto.parse_private_keys: x509: failed to parse private key (use ParsePKCS8PrivateKey instead for this key format)",
    ],
  ])("%s, row %#", (name, text, expected) => {
    expect(callBuiltin(privateKeyBuiltins, name, [text])).toBe(expected);
  });
});
