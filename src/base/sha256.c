/* sha256.c - SHA-256 as FIPS 180-4 defines it; not for secrets */
#include "ces/sha256.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { BLOCK = 64, ROUNDS = 64, LENGTH_AT = 56 };

/* the first 32 bits of the fractions of cube roots of the first 64 primes */
static const uint32_t constants[ROUNDS] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
	0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
	0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
	0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
	0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
	0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
	0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
	0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
	0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t
rotate_right(uint32_t x, int n)
{
	return x >> n | x << (32 - n);
}

static void
add_block(uint32_t hash[8], const unsigned char *block)
{
	uint32_t a = hash[0], b = hash[1], c = hash[2], d = hash[3];
	uint32_t e = hash[4], f = hash[5], g = hash[6], h = hash[7];
	uint32_t w[ROUNDS];

	for (int i = 0; i < 16; i++, block += 4)
		w[i] = (uint32_t)block[0] << 24 | (uint32_t)block[1] << 16 |
		       (uint32_t)block[2] << 8 | block[3];
	for (int i = 16; i < ROUNDS; i++) {
		uint32_t x = w[i - 15], y = w[i - 2];

		w[i] = w[i - 16] + w[i - 7] +
		       (rotate_right(x, 7) ^ rotate_right(x, 18) ^ x >> 3) +
		       (rotate_right(y, 17) ^ rotate_right(y, 19) ^ y >> 10);
	}
	for (int i = 0; i < ROUNDS; i++) {
		uint32_t one = h +
			       (rotate_right(e, 6) ^ rotate_right(e, 11) ^
				rotate_right(e, 25)) +
			       ((e & f) ^ (~e & g)) + constants[i] + w[i];
		uint32_t two = (rotate_right(a, 2) ^ rotate_right(a, 13) ^
				rotate_right(a, 22)) +
			       ((a & b) ^ (a & c) ^ (b & c));

		h = g, g = f, f = e, e = d + one;
		d = c, c = b, b = a, a = one + two;
	}
	hash[0] += a, hash[1] += b, hash[2] += c, hash[3] += d;
	hash[4] += e, hash[5] += f, hash[6] += g, hash[7] += h;
}

/* The last bytes are followed by a bit, zeros, and the length in bits. */
static void
hash_bytes(uint32_t hash[8], const void *bytes, size_t n)
{
	/* of the square roots of the first 8 primes */
	static const uint32_t first[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372,
					  0xa54ff53a, 0x510e527f, 0x9b05688c,
					  0x1f83d9ab, 0x5be0cd19};
	size_t rest = n % BLOCK, size = rest < LENGTH_AT ? BLOCK : 2 * BLOCK;
	unsigned char end[2 * BLOCK] = {0};
	const unsigned char *p = bytes;

	memcpy(hash, first, sizeof(first));
	for (size_t i = 0; i < n - rest; i += BLOCK)
		add_block(hash, p + i);
	if (rest)
		memcpy(end, p + n - rest, rest);
	end[rest] = 0x80;
	for (size_t i = 0; i < 8; i++)
		end[size - 1 - i] = (unsigned char)((uint64_t)n * 8 >> (8 * i));
	for (size_t i = 0; i < size; i += BLOCK)
		add_block(hash, end + i);
}

void
sha256_hex(char text[SHA256_TEXT], const void *bytes, size_t n)
{
	uint32_t hash[8];

	hash_bytes(hash, bytes, n);
	for (size_t i = 0; i < 8; i++)
		snprintf(text + 8 * i, 9, "%08x", hash[i]);
}

void
sha256_base64(char text[SHA256_BASE64], const void *bytes, size_t n)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789+/";
	uint32_t hash[9] = {0};

	hash_bytes(hash, bytes, n);
	for (size_t i = 0; i < SHA256_BASE64 - 2; i++) {
		/* its six bits, which may lie in two words */
		uint64_t two = (uint64_t)hash[i * 6 / 32] << 32 |
			       hash[i * 6 / 32 + 1];

		text[i] = digits[two >> (58 - i * 6 % 32) & 63];
	}
	text[SHA256_BASE64 - 2] = '=';
	text[SHA256_BASE64 - 1] = '\0';
}
