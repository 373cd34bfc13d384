//! How a function is deprecated: `#[deprecated(note = "…")]` in the source becomes BKJ_DEPRECATED("…") in the header.

use std::path::Path;

#[test]
fn a_deprecated_function_is_marked_in_the_header() {
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("cbindgen.toml");
    let config = cbindgen::Config::from_file(config).expect("cbindgen.toml");
    let source = Path::new(env!("CARGO_TARGET_TMPDIR")).join("deprecated.rs");
    let function = r#"
        /// An old name.
        #[unsafe(no_mangle)]
        #[deprecated(since = "0.3.0", note = "call bkj_new_name()")]
        pub unsafe extern "C" fn bkj_old_name() -> i32 {
            0
        }
    "#;
    std::fs::write(&source, function).expect("a source file");
    let bindings = cbindgen::Builder::new().with_src(source).with_config(config).generate().expect("bindings");
    let mut text = Vec::new();
    bindings.write(&mut text);
    let wanted = r#"BKJ_API BKJ_DEPRECATED("call bkj_new_name()") int32_t bkj_old_name(void);"#;
    assert!(String::from_utf8_lossy(&text).contains(wanted), "{}", String::from_utf8_lossy(&text));
}
