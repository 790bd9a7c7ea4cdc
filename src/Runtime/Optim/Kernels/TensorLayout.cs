using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>How a tensor lies in memory.</summary>
internal readonly struct TensorLayout
{
    private readonly long[] _shape;
    private readonly long[] _strides;

    private TensorLayout(long[] shape, long[] strides)
    {
        _shape = shape;
        _strides = strides;
    }

    public int Dimensions => _shape.Length;

    /// <summary>Whether the elements fill their memory, each place once, in whatever order.</summary>
    public bool IsDense
    {
        get
        {
            var expected = 1L;
            foreach (var (size, stride) in _shape.Zip(_strides).Where(static pair => pair.First != 1).OrderBy(static pair => pair.Second))
            {
                if (stride != expected)
                {
                    return false;
                }
                expected *= size;
            }
            return true;
        }
    }

    public static TensorLayout Of(Tensor tensor) => new(tensor.shape, tensor.stride());

    /// <summary>Whether another tensor of this shape lies alike. A dimension of one element has no stride worth comparing.</summary>
    public bool Matches(ReadOnlySpan<long> strides)
    {
        for (var dimension = 0; dimension < _shape.Length; dimension++)
        {
            if (_strides[dimension] != strides[dimension] && _shape[dimension] != 1)
            {
                return false;
            }
        }
        return true;
    }
}
