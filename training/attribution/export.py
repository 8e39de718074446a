"""Make the package's files from what train.py wrote: encoder.onnx and linker.onnx in 8-bit numbers, tokenizer.json.

    python training/attribution/export.py FOLDER/network.pt src/samestory/attributing/weights [--exact]

`--exact` keeps 32-bit numbers, to see what the 8-bit ones cost.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from network import HEAD, NARROW, Encoder, FastLayer, Linker
from onnxruntime.quantization import QuantType, quantize_dynamic
from train import minilm


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("network", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--exact", action="store_true")
    args = parser.parse_args()
    weights = torch.load(args.network, weights_only=True)["weights"]
    layers = sum(name.startswith("encoder.layers.") and name.endswith(".up.bias") for name in weights)
    heads, inner = (len(weights[f"encoder.layers.0.{part}.bias"]) for part in ("query", "up"))
    encoder, linker = Encoder(layers, heads=heads // HEAD, inner=inner), Linker()
    parts = torch.nn.ModuleDict({"encoder": encoder, "linker": linker})
    parts.load_state_dict(weights)
    parts.eval()
    for part in (encoder, linker):
        part.layers = torch.nn.ModuleList(FastLayer.of(layer) for layer in part.layers)
    args.out.mkdir(parents=True, exist_ok=True)
    batch, length, cues = 2, 40, 3
    rows = {0: "cues", 1: "pieces"}
    windows = {0: "windows", 1: "pieces"}
    states, mask = torch.zeros(cues, length, NARROW), torch.ones(cues, length, dtype=torch.int32)
    numbers = torch.ones(batch, length, dtype=torch.long)
    read = {"ids": windows, "tags": windows, "narrow": windows}
    link = {"states": rows, "cue": {0: "cues"}, "distance": rows, "mask": rows, "answer": rows}
    with tempfile.TemporaryDirectory() as folder:
        for name, module, inputs, axes, outputs in (
            ("encoder", encoder, (numbers,), read, ["tags", "narrow"]),
            ("linker", linker, (states, torch.zeros(cues, NARROW), torch.zeros(cues, length, dtype=torch.long), mask), link, ["answer"]),
        ):
            names = [axis for axis in axes if axis not in outputs]
            exact = Path(folder) / f"{name}.onnx"
            torch.onnx.export(
                module,
                inputs,
                str(exact),
                input_names=names,
                output_names=outputs,
                dynamic_axes=axes,
                opset_version=17,
                dynamo=False,
                custom_opsets={"com.microsoft": 1},
            )
            if args.exact:
                shutil.copy(exact, args.out / f"{name}.onnx")
            else:
                # 7 bits a weight: without VNNI instructions 8 bits overflow, and machines would answer differently
                quantize_dynamic(exact, args.out / f"{name}.onnx", per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    shutil.copy(minilm() / "tokenizer.json", args.out / "tokenizer.json")
    print({path.name: path.stat().st_size for path in sorted(args.out.iterdir())})


if __name__ == "__main__":
    main()
