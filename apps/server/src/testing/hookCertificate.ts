/** The name that the certificate below is for. No such host exists: tests say where it is. */
export const hookHost = 'hook.example.org';

/** A self-signed certificate and its key, made for tests of TLS and of no use for anything else; valid to 2126. */
export const hookCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgEwCqpiNB7G8Eeka1
35NHUK51UNXlA3cm8wS5dJvyKV2hRANCAASfFGeT9Bu9d8l6zIg12MMhi3qEwPBH
8fjmMJKlQTELQMaycTTY0YNFG95vo/pxIED5QtKEazrQpRbJh+bEh0b+
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBqTCCAVCgAwIBAgIUZWxeK/0orDM8E5BWGTIt/ru2VA8wCgYIKoZIzj0EAwIw
GzEZMBcGA1UEAwwQaG9vay5leGFtcGxlLm9yZzAgFw0yNjExMjQxNTMxMjVaGA8y
MTI2MTAzMTE1MzEyNVowGzEZMBcGA1UEAwwQaG9vay5leGFtcGxlLm9yZzBZMBMG
ByqGSM49AgEGCCqGSM49AwEHA0IABJ8UZ5P0G713yXrMiDXYwyGLeoTA8Efx+OYw
kqVBMQtAxrJxNNjRg0Ub3m+j+nEgQPlC0oRrOtClFsmH5sSHRv6jcDBuMB0GA1Ud
DgQWBBTJ8Fnnmr1tzWrakJcAzpTUsGDS0DAfBgNVHSMEGDAWgBTJ8Fnnmr1tzWra
kJcAzpTUsGDS0DAPBgNVHRMBAf8EBTADAQH/MBsGA1UdEQQUMBKCEGhvb2suZXhh
bXBsZS5vcmcwCgYIKoZIzj0EAwIDRwAwRAIgM9LtcIkB6rdrXa5b+Ca9S2PW+3KO
KkVfEv3OHMxgC+sCIB5hZu6jfImXVN983rnr+2Br+gMQ3l/eL+FsQ9P6BjmU
-----END CERTIFICATE-----
`,
};
