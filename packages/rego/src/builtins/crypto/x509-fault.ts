/** Why bytes are no certificate or request, in the words of Go's `crypto/x509`; it never leaves this folder. */
export class X509Fault {
  constructor(readonly message: string) {}
}
