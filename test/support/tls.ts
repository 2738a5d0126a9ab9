/**
 * A key and its self-signed certificate for news.localhost, localhost and 127.0.0.1, valid for a hundred years. It
 * guards nothing: it only lets tests speak TLS on loopback.
 */
export const TEST_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgpl2gzQHpCesdxi+k
ZNLE869e+lCvL7hKRB/VnBtvnwyhRANCAARtlUS8vVAv4t1B+LEt4vJzdnZBzNkA
AugqoAN3no0rS+RaQo3SMqEO6/meSK7+Yjpgsnozb6FoLCWOhnA7gpja
-----END PRIVATE KEY-----`;

export const TEST_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBtDCCAVugAwIBAgIUFBCZTLsKkZuWVk6rwEI7V+7peKgwCgYIKoZIzj0EAwIw
GTEXMBUGA1UEAwwObmV3cy5sb2NhbGhvc3QwIBcNMjYxMTIyMTczNDQyWhgPMjEy
NjEwMjkxNzM0NDJaMBkxFzAVBgNVBAMMDm5ld3MubG9jYWxob3N0MFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAEbZVEvL1QL+LdQfixLeLyc3Z2QczZAALoKqADd56N
K0vkWkKN0jKhDuv5nkiu/mI6YLJ6M2+haCwljoZwO4KY2qN/MH0wHQYDVR0OBBYE
FFiDyaaURkruyMijKNJndaDUe174MB8GA1UdIwQYMBaAFFiDyaaURkruyMijKNJn
daDUe174MCoGA1UdEQQjMCGCDm5ld3MubG9jYWxob3N0gglsb2NhbGhvc3SHBH8A
AAEwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiAvamWcRbIDuc2d
B0FGgxESHEc7WBJdcPEEzfI3CRF++AIgQqRC9ysfRPl2mtTIm6VZBJvHBrZ9qDKI
sQVYOtmbGSc=
-----END CERTIFICATE-----`;
