//! Just enough of gzip (RFC 1951, 1952) to make a small body that unpacks to a large one.

/// Longest part of a stored block.
const STORED: usize = 0xffff;
/// Longest repetition.
const REPEAT: usize = 258;

/// These bytes as they are, then so many blanks, of which 258 take 13 bits.
pub(crate) fn gzip(bytes: &[u8], blanks: usize) -> Vec<u8> {
    // No name, no time, unknown system.
    let mut packed = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
    for part in bytes.chunks(STORED) {
        let length = part.len() as u16;
        packed.push(0);
        packed.extend_from_slice(&length.to_le_bytes());
        packed.extend_from_slice(&(!length).to_le_bytes());
        packed.extend_from_slice(part);
    }
    let mut bits = Bits { bytes: packed, filled: 0 };
    // The last block, with the fixed codes.
    bits.add(&[1, 1, 0]);
    // The first one of them literally (0x30 + 0x20), the others as repetitions of the one before.
    let (lone, repeats) = match blanks.checked_sub(1) {
        Some(rest) => (1 + rest % REPEAT, rest / REPEAT),
        None => (0, 0),
    };
    for _ in 0..lone {
        bits.add(&[0, 1, 0, 1, 0, 0, 0, 0]);
    }
    for _ in 0..repeats {
        bits.add(&[1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0]);
    }
    bits.add(&[0; 7]);
    let mut packed = bits.bytes;
    packed.extend_from_slice(&checksum(bytes, blanks).to_le_bytes());
    packed.extend_from_slice(&((bytes.len() + blanks) as u32).to_le_bytes());
    packed
}

/// Bits in the order in which codes are written; a byte is filled from its lowest bit.
struct Bits {
    bytes: Vec<u8>,
    /// Bits of the last byte that are taken; 0 when it is full.
    filled: u8,
}

impl Bits {
    fn add(&mut self, bits: &[u8]) {
        for bit in bits {
            if self.filled == 0 {
                self.bytes.push(0);
            }
            if let Some(last) = self.bytes.last_mut() {
                *last |= bit << self.filled;
            }
            self.filled = (self.filled + 1) % 8;
        }
    }
}

/// CRC-32 of it all.
fn checksum(bytes: &[u8], blanks: usize) -> u32 {
    let table: [u32; 256] = std::array::from_fn(|n| {
        (0..8).fold(n as u32, |crc, _| if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 })
    });
    let all = bytes.iter().chain(std::iter::repeat_n(&b' ', blanks));
    !all.fold(!0, |crc: u32, byte| table[usize::from(crc as u8 ^ byte)] ^ (crc >> 8))
}

#[cfg(test)]
mod tests {
    use super::*;

    // That others can unpack it is shown in python/tests.
    #[test]
    fn it_is_small() {
        assert!(gzip(b"{}", 10_000_000).len() < 70_000);
        assert_eq!(gzip(b"", 0), [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(checksum(b"123456789", 0), 0xcbf4_3926);
        assert_eq!(checksum(b"1 ", 2), checksum(b"1   ", 0));
    }
}
