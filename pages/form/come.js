// The screen comes to what the reader looks at, whenever that has changed.
document.querySelector(".jx-paper .now, .jx-paper .here, .jx-paper tr.at")?.scrollIntoView({ block: "center" });
