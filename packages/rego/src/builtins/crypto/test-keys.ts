/** Keys that were made for these tests and protect nothing. */

/** A private key on P-256. */
export const ellipticKey = {
  kty: "EC",
  crv: "P-256",
  x: "OEUmoxNE2baFlPuEcVSW8SUIa7EpZLa82Dq8OBLAbgY",
  y: "u0s1aGd6_GRpYPH1W7ZHT4_F5gclKMY7DBpWlsQ0lfc",
  d: "o_xL0GOYcUewVLWErnakPY9XopViuI53Tkdpk_l2GjI",
} as const;

/** A private key on P-384. */
export const ellipticKey384 = {
  kty: "EC",
  crv: "P-384",
  x: "as-_8o0F6T9f12RC4vz7ZUdbYQd09gsndzpfH5aTF-5gz4GSPfTO4yUWFUNh_vMg",
  y: "dKotYfnbmbVKLqkJ3SNhJoqZbDaTYCO5qj6U9PTN3cfpOl4AIQcx6Xkm2P8vh0hj",
  d: "uk6qhpvHiRp-LOGPnKbQMDOTKlrN9aGSQVr6k1OXXpMGiHbhXgwbLSyOrDQsyqUc",
} as const;

/** A private key on P-521. */
export const ellipticKey521 = {
  kty: "EC",
  crv: "P-521",
  x: "AGggloTMn4ax5JMpWZuZbJ1zVqqABY7UbIsxSGZv8ZHKrHADJnj4PrqDwNymv-AYMRvS9FuzaHCEAZrvOqvSWEyB",
  y: "AJKHktewVfXfYZN15GHTH083KcKqU3l2p_Px_F-3nMDE8SsIXwo7HMSK5ewO_IVhLMb7wZcMvPMGalgA4LGa4YWf",
  d: "AXsmO2efAEurBelshM1zzNYnWzvZ_2MtnnSKavlxhamTSzgvIsEHKPKyYbWJNNQZ27imjmGXlcxZ4PAl8x-vlerN",
} as const;

/** A private key on Ed25519. */
export const edwardsKey = {
  kty: "OKP",
  crv: "Ed25519",
  x: "9I3h93Nzpn_IJpJ1Tlf66nKdsyUcPmjzXC_oP07kl4A",
  d: "OUy-ETDFHGTGLrjKydaIue72lMix1JbLpcDjBI-LkNc",
} as const;

/** A private key of RSA with 2048 bits. */
export const rsaKey = {
  kty: "RSA",
  n: "xtBQGzBKB-72xjiR9pfNGT7rxMKaNhsBd7y1upOnHpVuoWvCnzfuzg8hapalK5Z4HJ_ZPM_L-MwczICjXSbDxqWzistjrHKTG_9TGF_SmmWkFFjwc0GZG5QI5XBK9YMu101xvoSOSsJzhzM3LbAfYsJ4vbdJxR4GSPEDXcQnkNxPotgx1K2OeqvRBzFiqRkSSz3G0_xC8eFXgDvnstkdaJDUI4WO3-ZrOXaHBmSm2NDW_Wzmkyc20i5javBblDVjYNiHT2c03MBYI1t8rO6G-ZUmmxRCZNIM2pNWaQLQQ_Bz3PvGfEJGUBVzSKhNHxmDIw8Ehe4uZXyFnkKlT1b8cQ",
  e: "AQAB",
  d: "B92mBpgFKyJL319b0bFYtcRTFPwFJstMgq2Txp0SqV6pCduvz4lGFsndIJfIxLGZG2VCSwaGhvQTgWPK2fH2rrnBWoKlEZA6dVIASIPssEY6hsHIun-HsBsxe1tFG_NVnxfz9zaT0bwMNExG4bUzend5AwFo-qf2VeqsETNrUqfS46Y87LM7PEie7qeuEm-b55tjeSwm5kbVB6PMUL77UWYgsfCoQLCxOQb3DA5dzuIeuyST7tORIo6U5qpGpJARWKTC16oCKN_et-sXYOPLxUgBfJqCIlzG78YblEb-nPTYlr45UCena3h3c2wh5ggNy92JKHdHeTw78nj3UhdtIQ",
} as const;

/** A secret of eight bytes. */
export const secretKey = {
  kty: "oct",
  k: "c2VjcmV0ISE",
} as const;

/** A certificate of {@link ellipticKey}. */
export const ellipticCertificate = `-----BEGIN CERTIFICATE-----
MIIBdTCCARugAwIBAgIUBk8AmJ1ADe9e9CfYaJ1GLdpsQUEwCgYIKoZIzj0EAwIw
DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjQwNzU3MDFaGA8yMTI2MTAzMTA3NTcw
MVowDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABDhF
JqMTRNm2hZT7hHFUlvElCGuxKWS2vNg6vDgSwG4Gu0s1aGd6/GRpYPH1W7ZHT4/F
5gclKMY7DBpWlsQ0lfejUzBRMB0GA1UdDgQWBBSyZCEuqRLT4KzglaIiHnu0VG7V
YzAfBgNVHSMEGDAWgBSyZCEuqRLT4KzglaIiHnu0VG7VYzAPBgNVHRMBAf8EBTAD
AQH/MAoGCCqGSM49BAMCA0gAMEUCIHNmQ5dtRCo5FYepC+bw2BEpsn+EE2d+Fukn
z/TbXNykAiEAoM7j8yy3aaR1GeGAZ1Lma7b5eeHLp1GNHsCnEVOpnRY=
-----END CERTIFICATE-----
`;

/** The public part of {@link rsaKey}. */
export const rsaPublicKey = `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAxtBQGzBKB+72xjiR9pfN
GT7rxMKaNhsBd7y1upOnHpVuoWvCnzfuzg8hapalK5Z4HJ/ZPM/L+MwczICjXSbD
xqWzistjrHKTG/9TGF/SmmWkFFjwc0GZG5QI5XBK9YMu101xvoSOSsJzhzM3LbAf
YsJ4vbdJxR4GSPEDXcQnkNxPotgx1K2OeqvRBzFiqRkSSz3G0/xC8eFXgDvnstkd
aJDUI4WO3+ZrOXaHBmSm2NDW/Wzmkyc20i5javBblDVjYNiHT2c03MBYI1t8rO6G
+ZUmmxRCZNIM2pNWaQLQQ/Bz3PvGfEJGUBVzSKhNHxmDIw8Ehe4uZXyFnkKlT1b8
cQIDAQAB
-----END PUBLIC KEY-----
`;

/** The public part of {@link edwardsKey}. */
export const edwardsPublicKey = `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEA9I3h93Nzpn/IJpJ1Tlf66nKdsyUcPmjzXC/oP07kl4A=
-----END PUBLIC KEY-----
`;

/** A private key of RSA with 512 bits, in PKCS #1. */
export const rsaPrivateKey = `-----BEGIN RSA PRIVATE KEY-----
MIIBOgIBAAJBANP9MnbwUsFAYEvLfCv1uzY1KNs0r2n3WrZgqbiEAMVKod3VaQBd
l8a6SK6xHQ752cCyPh0Z0luP6xxI9uAsbx8CAwEAAQJBAJhZP/pAbojZ9hqiq6OA
H0Iu5CTdcS9LiBLH11F29ILT+BRoPZmWI8a9GxV/n7FL51x1AVgVwGJuJpWX5Fsb
LbkCIQDvrPMq7plnT0PXSr5eYheU1lt1QAt+Yu+mg4icqTZ7YwIhAOJtf0Ub7/VT
PfhzTJytdlMncPqMMZAaAdJbkYFcM3AVAiAGaxA79xW+kX3UlxjP+Dp/btoWIrfs
E4QtZlpTL6jY1wIgBp3CeUd+tIFxLyBXXcCn03g0ke2kyRwpb3cjgk8qZZ0CIE4B
8ehy5ls4CQugEU8u9/0tlKyP6lGOGMBte7S/Vm0k
-----END RSA PRIVATE KEY-----
`;

/** The same in PKCS #8. */
export const wrappedRsaPrivateKey = `-----BEGIN PRIVATE KEY-----
MIIBVAIBADANBgkqhkiG9w0BAQEFAASCAT4wggE6AgEAAkEA0/0ydvBSwUBgS8t8
K/W7NjUo2zSvafdatmCpuIQAxUqh3dVpAF2XxrpIrrEdDvnZwLI+HRnSW4/rHEj2
4CxvHwIDAQABAkEAmFk/+kBuiNn2GqKro4AfQi7kJN1xL0uIEsfXUXb0gtP4FGg9
mZYjxr0bFX+fsUvnXHUBWBXAYm4mlZfkWxstuQIhAO+s8yrumWdPQ9dKvl5iF5TW
W3VAC35i76aDiJypNntjAiEA4m1/RRvv9VM9+HNMnK12Uydw+owxkBoB0luRgVwz
cBUCIAZrEDv3Fb6RfdSXGM/4On9u2hYit+wThC1mWlMvqNjXAiAGncJ5R360gXEv
IFddwKfTeDSR7aTJHClvdyOCTyplnQIgTgHx6HLmWzgJC6ARTy73/S2UrI/qUY4Y
wG17tL9WbSQ=
-----END PRIVATE KEY-----
`;

/** A private key on P-256, in SEC 1. */
export const ellipticPrivateKey = `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEINNCeMpTOITJ76XVR73r2Tk3G3JLMi5qd4VEqAGiQVYroAoGCCqGSM49
AwEHoUQDQgAE514eFmxhM8xmgiiZ9QzNrRNWmegY9ZjroiMfzHeu6Go16SlTEdO5
nplK46uYW+sskTG0+Tc9k/Lwv7h8mM1gpg==
-----END EC PRIVATE KEY-----
`;

/** The same in PKCS #8. */
export const wrappedEllipticPrivateKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg00J4ylM4hMnvpdVH
vevZOTcbcksyLmp3hUSoAaJBViuhRANCAATnXh4WbGEzzGaCKJn1DM2tE1aZ6Bj1
mOuiIx/Md67oajXpKVMR07memUrjq5hb6yyRMbT5Nz2T8vC/uHyYzWCm
-----END PRIVATE KEY-----
`;

/** A private key on Ed25519, in PKCS #8. */
export const edwardsPrivateKey = `-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIFRJPVa94Fvj3hvKO8m1sQDALg8NJkVSfYgItK4MspLk
-----END PRIVATE KEY-----
`;
