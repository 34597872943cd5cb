"""Writes the 8 kHz counterpart of Silero VAD's silero_vad_16k_sequence.onnx.

The Python package silero-vad ships a graph that takes a run of chunks in one call, but for 16 kHz only.
Its step-by-step graph, silero_vad.onnx, holds the weights for 8 kHz as well. This script puts those weights
into the sequence graph and changes the numbers that depend on the rate: kernel, stride and padding of the
STFT, and its number of bins. Then it compares the result with the step-by-step graph.

    pip install -r requirements.txt
    python sequence_8k.py DIR/silero_vad/data OUT.onnx
"""

import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
from onnx import numpy_helper

HALF_FFT = {16000: 128, 8000: 64}
CHUNK, CONTEXT = 256, 32


def constants(graph):
    """Constants of the 8 kHz branch by the ends of their names."""
    branch = next(n for n in graph.node if n.op_type == "If")
    body = next(a.g for a in branch.attribute if a.name == "else_branch")
    return {
        n.output[0].split("Inline_0__")[-1]: numpy_helper.to_array(n.attribute[0].t)
        for n in body.node
        if n.op_type == "Constant" and n.attribute[0].name == "value"
    }


def gates(x):
    """From PyTorch's order of the gates (i, f, c, o) to that of ONNX (i, o, f, c)."""
    i, f, c, o = np.split(x, 4)
    return np.concatenate([i, o, f, c])


def weights(c):
    w = {"stft.forward_basis_buffer": c["stft.forward_basis_buffer"]}
    for layer in range(4):
        for part in ("weight", "bias"):
            w[f"encoder.{layer}.{part}"] = c[f"encoder.{layer}.reparam_conv.{part}"]
    w["output.weight"] = c["decoder.decoder.2.weight"]
    w["output.bias"] = c["decoder.decoder.2.bias"]
    w["onnx::LSTM_209"] = gates(c["decoder.rnn.weight_ih"])[None]
    w["onnx::LSTM_210"] = gates(c["decoder.rnn.weight_hh"])[None]
    w["onnx::LSTM_211"] = np.concatenate([gates(c["decoder.rnn.bias_ih"]), gates(c["decoder.rnn.bias_hh"])])[None]
    return w


def convert(sequence, w):
    graph = sequence.graph
    for tensor in graph.initializer:
        tensor.CopyFrom(numpy_helper.from_array(np.ascontiguousarray(w[tensor.name]), tensor.name))
    replaced = 0
    for node in graph.node:
        for attribute in node.attribute:
            if node.op_type == "Conv" and node.input[1] == "stft.forward_basis_buffer":
                if attribute.name == "kernel_shape":
                    attribute.ints[:] = [2 * HALF_FFT[8000]]
                elif attribute.name == "strides":
                    attribute.ints[:] = [HALF_FFT[8000]]
            if node.op_type == "Constant" and attribute.name == "value":
                value = numpy_helper.to_array(attribute.t)
                new = value.copy()
                new[value == HALF_FFT[16000]] = HALF_FFT[8000]
                new[value == HALF_FFT[16000] + 1] = HALF_FFT[8000] + 1
                if not np.array_equal(new, value):
                    print("constant", node.output[0], value.tolist(), "->", new.tolist())
                    attribute.t.CopyFrom(numpy_helper.from_array(new, attribute.t.name))
                    replaced += 1
    graph.input[0].type.tensor_type.shape.dim[1].dim_value = CHUNK + CONTEXT
    sequence.producer_name = "tools/silero/sequence_8k.py"
    onnx.checker.check_model(sequence)
    return replaced


def largest_difference(step_file, sequence_file):
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    step = ort.InferenceSession(str(step_file), options)
    sequence = ort.InferenceSession(str(sequence_file), options)
    rng = np.random.default_rng(1)
    swell = np.linspace(0.001, 0.3, 200)[:, None]
    x = (rng.normal(size=(200, CHUNK + CONTEXT)) * swell).astype(np.float32)
    state = np.zeros((2, 1, 128), np.float32)
    stepped = []
    for chunk in x:
        p, state = step.run(None, {"input": chunk[None], "state": state, "sr": np.array(8000, np.int64)})
        stepped.append(p[0, 0])
    zeros = np.zeros((1, 1, 128), np.float32)
    at_once = sequence.run(["speech_probs"], {"input": x, "h": zeros, "c": zeros})[0]
    return float(np.abs(at_once - np.array(stepped)).max())


def main():
    data, out = Path(sys.argv[1]), Path(sys.argv[2])
    step_file = data / "silero_vad.onnx"
    sequence = onnx.load(data / "silero_vad_16k_sequence.onnx")
    replaced = convert(sequence, weights(constants(onnx.load(step_file).graph)))
    out.write_bytes(sequence.SerializeToString(deterministic=True))
    difference = largest_difference(step_file, out)
    print(f"{replaced} constants replaced; largest difference from the step-by-step graph: {difference}")
    if difference > 1e-6:
        sys.exit("the sequence graph does not compute what the step-by-step graph does")


if __name__ == "__main__":
    main()
